import { parseArgs } from 'node:util';

export type Options = {
  /** Names of workloads; none: all. */
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
