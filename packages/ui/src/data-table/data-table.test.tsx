import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { englishUi } from '../testing/english-ui.ts';
import { UiProvider } from '../ui-context.tsx';
import type { Column, Sort } from './column.ts';
import { DataTable } from './data-table.tsx';

afterEach(cleanup);

type Goods = { id: string; name: string; stock: number };
const goods: Goods[] = ['Anchor', 'Bolt', 'Clamp', 'Dowel'].map((name, at) => ({ id: `g${at}`, name, stock: at * 10 }));
const columns: Column<Goods>[] = [
  { id: 'name', header: 'Name', cell: (row) => row.name, sortable: true },
  { id: 'stock', header: 'Stock', cell: (row) => row.stock, align: 'end' },
];

const Subject = ({ onOpen }: { onOpen?: (row: Goods) => void }) => {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [sort, setSort] = useState<Sort | undefined>();
  return (
    <UiProvider {...englishUi}>
      <DataTable
        label="Goods"
        columns={columns}
        rows={goods}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        selection={selection}
        onSelection={setSelection}
        sort={sort}
        onSort={setSort}
        onOpen={onOpen}
        empty="nothing"
      />
      <output data-testid="chosen">{[...selection].sort().join(' ')}</output>
      <output data-testid="sort">{sort && `${sort.column} ${sort.direction}`}</output>
    </UiProvider>
  );
};

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });
const chosen = () => screen.getByTestId('chosen').textContent;

test('arrow keys walk the rows and stop at the ends; only one row is a tab stop', async () => {
  render(<Subject />);
  row('Anchor').focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(row('Anchor'));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(row('Clamp'));
  await userEvent.keyboard('{End}{ArrowDown}');
  expect(document.activeElement).toBe(row('Dowel'));
  expect(
    within(screen.getByRole('grid'))
      .getAllByRole('row')
      .filter((each) => each.tabIndex === 0 && each.hasAttribute('tabindex')),
  ).toHaveLength(1);
});

test('J and K walk the rows as the arrows do', async () => {
  render(<Subject />);
  row('Anchor').focus();
  await userEvent.keyboard('jj');
  expect(document.activeElement).toBe(row('Clamp'));
  await userEvent.keyboard('k');
  expect(document.activeElement).toBe(row('Bolt'));
});

test('Enter opens the row that has the focus', async () => {
  const opened: string[] = [];
  render(<Subject onOpen={(each) => opened.push(each.name)} />);
  row('Bolt').focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(screen.getByText('Clamp'));
  expect(opened).toEqual(['Bolt', 'Clamp']);
});

test('Space selects, Shift with an arrow extends, Ctrl+A takes all and again none', async () => {
  render(<Subject />);
  row('Anchor').focus();
  await userEvent.keyboard(' ');
  expect(chosen()).toBe('g0');
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toBe('g0 g1 g2');
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(chosen()).toBe('g0 g1 g2 g3');
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(chosen()).toBe('');
});

test('a checkbox selects without opening', async () => {
  const opened: string[] = [];
  render(<Subject onOpen={(each) => opened.push(each.name)} />);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Select Bolt' }));
  expect(chosen()).toBe('g1');
  expect(opened).toEqual([]);
});

test('a header sorts upward, then downward, and says so', async () => {
  render(<Subject />);
  const header = screen.getByRole('button', { name: 'Sort by Name' });
  await userEvent.click(header);
  expect(screen.getByTestId('sort').textContent).toBe('name asc');
  expect(screen.getByRole('columnheader', { name: /Name/ }).getAttribute('aria-sort')).toBe('ascending');
  await userEvent.click(header);
  expect(screen.getByTestId('sort').textContent).toBe('name desc');
});

test('no rows show the empty state, an error shows itself, and loading is announced as busy', () => {
  const shared = {
    label: 'Goods',
    columns,
    rowKey: (each: Goods) => each.id,
    rowName: (each: Goods) => each.name,
    empty: <p>nothing here</p>,
  };
  const { rerender, container } = render(
    <UiProvider {...englishUi}>
      <DataTable {...shared} rows={[]} />
    </UiProvider>,
  );
  expect(screen.getByText('nothing here')).toBeTruthy();
  rerender(
    <UiProvider {...englishUi}>
      <DataTable {...shared} rows={[]} error={<p>it broke</p>} />
    </UiProvider>,
  );
  expect(screen.getByText('it broke')).toBeTruthy();
  rerender(
    <UiProvider {...englishUi}>
      <DataTable {...shared} rows={undefined} />
    </UiProvider>,
  );
  expect(container.querySelector('[aria-busy="true"]')).toBeTruthy();
});
