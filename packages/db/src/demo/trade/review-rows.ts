import type { OrderFacts } from '@tradeline/domain/order';
import type { InferInsertModel } from 'drizzle-orm';
import type { orderReviews } from '../../schema/index.ts';
import { at as instantAt } from '../clock.ts';
import type { Actor, Journey } from './journey.ts';

type Row = InferInsertModel<typeof orderReviews>;

/** The reviews that a step began, or passed. */
export const keepReviews = (
  rows: Row[],
  { id, facts }: Journey,
  before: OrderFacts,
  { action, actor, at }: { action: string; actor: Actor; at: number },
): void => {
  if (action === 'start-review')
    rows.push(
      ...(facts.reviews ?? []).map(({ step, roles, distinct }, position) => ({
        ...{ orderId: id, round: facts.version, step, position, roles: [...roles], ownPerson: distinct },
      })),
    );
  const done = facts.reviews?.find(({ passedBy }, index) => passedBy && !before.reviews?.[index]?.passedBy);
  const row = done && rows.find(({ orderId, step }) => orderId === id && step === done.step);
  if (row) Object.assign(row, { passedBy: actor.id, passedByName: actor.name, passedAt: instantAt(at) });
};
