import { expectAccessible } from './support/axe.ts';
import { desk, expect, test } from './support/journey.ts';
import { signIn } from './support/portal.ts';

test.use({ size: desk, language: 'en' });

/** Numbers of their own for every run, so that a product that runs already can be used again. */
const ITEM = `E2E-${Date.now() % 10_000_000}`;
const SHEET = `货号,商品名称,分类,单位,起订量
${ITEM}A,试验锤,五金工具,把,2
${ITEM}B,试验钳,五金工俱,個,1
`;

test('a sheet is tried, its bad row explained, the rest applied, and the goods edited in the grid', async ({
  console: staff,
}) => {
  const { page, words } = staff;
  await page.goto('/sign-in');
  await signIn(staff, 'admin');
  await expect(page.getByText(words('overview_newest'))).toBeVisible();

  await page.goto('/imports/new');
  await expectAccessible(staff, 'new import');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from(SHEET) });
  await page.getByRole('button', { name: words('imports_check'), exact: true }).click();
  await expect(page.getByText('"五金工俱" is not known; did you mean "五金工具"?')).toBeVisible();
  await expect(page.getByText('"個" is not known; did you mean "个"?')).toBeVisible();
  await expectAccessible(staff, 'report of an import');
  const [rejected] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: words('imports_rejected_download') }).click(),
  ]);
  expect(rejected.suggestedFilename()).toContain('.csv');
  await page.getByRole('button', { name: 'Leave out 1 rows, apply the other 1' }).click();
  await expect(page.getByText(words('imports_applied'), { exact: true })).toBeVisible();

  await page.goto(`/bulk-edit?q=${ITEM}A`);
  const grid = page.getByRole('table', { name: words('cells_grid') });
  await expect(grid.getByRole('cell', { name: '试验锤' })).toBeVisible();
  await expectAccessible(staff, 'bulk edit');
  await grid.getByRole('cell', { name: '试验锤' }).click();
  await page.keyboard.type('Renamed');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(grid.getByRole('cell', { name: '试验锤' })).toBeVisible();
  await page.keyboard.press('Control+y');
  await page.getByRole('button', { name: 'Save 1 rows' }).click();
  await expect(page.getByText('1 rows saved')).toBeVisible();
  await page.reload();
  await expect(grid.getByRole('cell', { name: 'Renamed' })).toBeVisible();

  await page.goto('/imports');
  await page.getByRole('button', { name: words('imports_export'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('imports_export_start') })
    .click();
  const link = page.getByRole('link', { name: words('imports_download') });
  await expect(link).toBeVisible({ timeout: 30_000 });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toMatch(/^goods-\d{4}-\d{2}-\d{2}\.xlsx$/u);
});
