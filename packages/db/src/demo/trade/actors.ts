import type { StaffRow, Team } from '../people/staff.ts';
import type { Actor } from './journey.ts';

export const system: Actor = { type: 'system', id: null, name: '系统', roles: ['system'] };
export const carrierActor = (name: string): Actor => ({ type: 'system', id: null, name, roles: ['carrier'] });

const staffActor = (row: StaffRow, role: Actor['roles'][number]): Actor => ({
  type: 'staff',
  id: row.id,
  name: row.name,
  roles: [role],
});

/** Who of the staff does what to orders; keepers by the warehouse's place in the list. */
export const actorsOf = (team: Team, sites: number) => ({
  reviewers: team.of('reviewer').map((row) => staffActor(row, 'reviewer')),
  finance: team.of('finance').map((row) => staffActor(row, 'reviewer')),
  keepers: Array.from({ length: sites }, (_, site) => staffActor(team.keeperOf(site), 'warehouse')),
});
export type Actors = ReturnType<typeof actorsOf>;
