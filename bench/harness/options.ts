import { parseArgs } from 'node:util';
import { workloads } from '../workloads/workloads.ts';

/** What is measured beside the workloads. */
export const specials = ['start', 'race', 'fan-out', 'silence', 'install', 'micro'] as const;
type Special = (typeof specials)[number];

/** All is measured where nothing is named. */
export const isWanted = ({ only }: Pick<Options, 'only'>, name: Special): boolean =>
  only.length === 0 || only.includes(name);

export type Options = {
  /** Names of workloads and of what is measured beside them; none: all. */
  only: string[];
  clients: number[];
  /** Of one measured run. */
  seconds: number;
  runs: number;
  size: 'large' | 'small';
  saveBaseline: boolean;
  /** Writes a processor profile of the API beside the results. */
  profile: boolean;
};

const list = (text: string): string[] => text.split(',').filter((part) => part !== '');

export const readOptions = (args: string[]): Options => {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      clients: { type: 'string', default: '1,8,32' },
      seconds: { type: 'string', default: '2' },
      runs: { type: 'string', default: '3' },
      size: { type: 'string', default: 'large' },
      'save-baseline': { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const clients = list(values.clients).map(Number);
  const [seconds, runs] = [Number(values.seconds), Number(values.runs)];
  if (clients.length === 0 || !clients.every((n) => Number.isInteger(n) && n >= 1 && n <= 64))
    throw new Error('--clients: whole numbers from 1 to 64, like 1,8,32');
  if (!(seconds >= 0.2 && seconds <= 600)) throw new Error('--seconds: from 0.2 to 600');
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= 20)) throw new Error('--runs: from 1 to 20');
  const names = [...workloads.map(({ name }) => name), ...specials];
  const unknown = list(values.only).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`--only: there is no ${unknown.join(', ')}; there are ${names.join(', ')}`);
  if (values.size !== 'large' && values.size !== 'small') throw new Error('--size: large or small');
  return {
    only: list(values.only),
    clients,
    seconds,
    runs,
    size: values.size,
    saveBaseline: values['save-baseline'],
    profile: values.profile,
  };
};
