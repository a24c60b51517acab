import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { englishUi } from './testing/english-ui.ts';
import { toast } from './toast.ts';
import { ToastRegion } from './toast-region.tsx';
import { UiProvider } from './ui-context.tsx';

afterEach(cleanup);

test.each([
  ['success', toast.success],
  ['error', toast.error],
])('what is said in passing (%s) is part of a region that speaks, and no dialog', async (kind, say) => {
  render(
    <UiProvider {...englishUi}>
      <ToastRegion />
    </UiProvider>,
  );
  say(`Saved: ${kind}`);
  await screen.findAllByText(`Saved: ${kind}`);
  const said = screen.getByRole('group', { hidden: true });
  expect(said.textContent).toContain(`Saved: ${kind}`);
  expect(said.hasAttribute('aria-modal')).toBe(false);
  expect(said.querySelector('button')?.hasAttribute('aria-hidden')).toBe(false);
  expect(said.closest('[aria-live="polite"]')).not.toBeNull();
  expect(screen.queryByRole('dialog', { hidden: true })).toBeNull();
  expect(screen.queryByRole('alertdialog', { hidden: true })).toBeNull();
});
