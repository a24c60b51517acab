import { guardMeanings } from './guard-names.ts';
import type { Rule } from './machine.ts';
import { type MachineName, type Machines, machines } from './machines.ts';

type Table = Machines[MachineName];
type Arrow = { readonly from: string; readonly to: string; readonly actions: readonly string[] };

const mermaidId = (state: string): string => state.replaceAll('-', '_');

const rulesOf = (
  table: Table,
): readonly { readonly from: string; readonly action: string; readonly rule: Rule<string> }[] =>
  Object.entries(table).flatMap(([from, rules]) =>
    Object.entries(rules).map(([action, rule]) => ({ from, action, rule })),
  );

const arrowsOf = (table: Table): readonly Arrow[] => {
  const arrows = new Map<string, Arrow>();
  for (const { from, action, rule } of rulesOf(table)) {
    const key = `${from}>${rule.to}`;
    arrows.set(key, { from, to: rule.to, actions: [...(arrows.get(key)?.actions ?? []), action] });
  }
  return [...arrows.values()];
};

/** A machine as a Mermaid state diagram: one arrow for all actions between two states. */
export const mermaidOf = (table: Table): string => {
  const states = Object.keys(table);
  const ends = states.filter((state) => Object.keys(table[state] ?? {}).length === 0);
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${state}" as ${mermaidId(state)}`),
    `  [*] --> ${mermaidId(states[0]!)}`,
    ...arrowsOf(table).map(
      ({ from, to, actions }) => `  ${mermaidId(from)} --> ${mermaidId(to)}: ${actions.join(', ')}`,
    ),
    ...ends.map((state) => `  ${mermaidId(state)} --> [*]`),
  ].join('\n');
};

const list = (names: readonly string[] | undefined): string => (names ?? []).join(', ');

/** A machine as a Markdown table: who may do what from where, what is asked first and what follows. */
export const tableOf = (table: Table): string =>
  [
    '| from | action | who | to | asked first | then |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rulesOf(table).map(({ from, action, rule }) => {
      const asked = [...(rule.comment ? ['a comment'] : []), ...(rule.guards ?? [])];
      return `| ${from} | ${action} | ${list(rule.by)} | ${rule.to} | ${list(asked)} | ${list(rule.effects)} |`;
    }),
  ].join('\n');

const titles: Readonly<Record<MachineName, string>> = {
  approval: 'The order',
  fulfilment: 'A shipment',
  return: 'A return',
  payment: 'A payment',
};

/** All four machines with diagram and table, and what each guard means, as Markdown. */
export const lifecycleReference = (): string =>
  [
    ...Object.entries(titles).map(([name, title]) => {
      const table: Table = machines[name as MachineName];
      return `### ${title}\n\n\`\`\`mermaid\n${mermaidOf(table)}\n\`\`\`\n\n${tableOf(table)}`;
    }),
    `### What is asked first\n\n| guard | holds when |\n| --- | --- |\n${Object.entries(guardMeanings)
      .map(([name, meaning]) => `| ${name} | ${meaning} |`)
      .join('\n')}`,
  ].join('\n\n');
