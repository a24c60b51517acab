import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { englishUi } from '../testing/english-ui.ts';
import { UiProvider } from '../ui-context.tsx';
import { SearchField } from './search-field.tsx';

afterEach(cleanup);

const searched = () => {
  const sent: string[] = [];
  render(
    <UiProvider {...englishUi}>
      <SearchField live label="Orders" value="" onSearch={(text) => sent.push(text)} />
      <a href="#order">SO1</a>
    </UiProvider>,
  );
  return { sent, field: screen.getByRole('searchbox', { name: 'Orders' }) };
};
/** Longer than typing rests before it is sent. */
const rest = () => new Promise((resolve) => setTimeout(resolve, 400));

test('what was sent by Enter is not sent again when typing has rested', async () => {
  const { sent, field } = searched();
  await userEvent.type(field, '104{Enter}');
  expect(sent.at(-1)).toBe('104');
  const before = sent.length;
  await rest();
  expect(sent).toHaveLength(before);
});

test('what was typed is sent before a press elsewhere, and not after it', async () => {
  const { sent, field } = searched();
  await userEvent.type(field, '104');
  await userEvent.click(screen.getByRole('link', { name: 'SO1' }));
  const before = [...sent];
  await rest();
  expect(before.at(-1)).toBe('104');
  expect(sent).toEqual(before);
});
