/** One forbidden import per rule of the gate: the file it would stand in, and its text. */
export type Planted = { rule: string; file: string; code: string };

const plant = (rule: string, file: string, ...imports: string[]): Planted => ({
  rule,
  file,
  code: `${imports.map((from) => `import ${from.includes(' ') ? from : `'${from}'`};`).join('\n')}\n`,
});

export const planted: Planted[] = [
  plant('no-cycles', 'packages/domain/src/money/planted-circle.ts', '../pricing/planted-circle.ts'),
  plant('imports-resolve', 'packages/domain/src/money/planted-nowhere.ts', './not-here.ts'),

  plant('domain-imports-nothing', 'packages/domain/src/order/planted-node.ts', 'node:fs'),
  plant('domain-imports-nothing', 'packages/domain/src/order/planted-library.ts', 'fast-check'),
  plant('domain-tests-stay-pure', 'packages/domain/src/order/planted.test.ts', '../../../db/src/index.ts'),
  plant('domain-code-needs-no-test-builders', 'packages/domain/src/order/planted-builder.ts', '../testing/planted.ts'),
  plant('ui-sees-kernel-and-money-only', 'packages/ui/src/planted-order.tsx', '@tradeline/domain/order'),
  plant('ui-sees-kernel-and-money-only', 'packages/ui/src/planted-db.tsx', '../../db/src/index.ts'),
  plant('db-sees-domain-only', 'packages/db/src/planted-api.ts', '../../../apps/api/src/env.ts'),
  plant('drizzle-stays-in-db', 'tools/src/planted-drizzle.ts', '../../packages/db/node_modules/drizzle-orm'),
  plant(
    'drizzle-stays-in-db',
    'apps/api/src/use-cases/planted-drizzle.ts',
    '../../../../packages/db/node_modules/drizzle-orm',
  ),
  plant('schema-stays-in-db', 'apps/api/src/use-cases/planted-schema.ts', '@tradeline/db/schema'),

  plant('lucia-stays-in-auth', 'apps/api/src/http/planted-lucia.ts', 'lucia'),
  plant('routers-only-ask', 'apps/api/src/routers/buyer/planted-schema.ts', '@tradeline/db/schema'),
  plant('routers-only-ask', 'apps/api/src/routers/buyer/planted-transaction.ts', '@tradeline/db'),
  plant('routers-only-ask', 'apps/api/src/routers/buyer/planted-port.ts', '../../http/app.ts'),
  plant('use-cases-run-without-trpc', 'apps/api/src/use-cases/planted-router.ts', '../trpc/init.ts'),
  plant('use-cases-know-no-transport', 'apps/api/src/use-cases/planted-trpc.ts', '@trpc/server'),
  plant('ports-know-the-domain-only', 'apps/api/src/ports/planted-db.ts', '@tradeline/db'),
  plant('adapters-see-ports-only', 'apps/api/src/adapters/storage/planted-store.ts', '@tradeline/db/stores'),
  plant('only-main-sees-adapters', 'apps/api/src/use-cases/planted-adapter.ts', '../adapters/storage/planted-store.ts'),
  plant('api-imports-no-screens', 'apps/api/src/planted-ui.ts', '../../../packages/ui/src/index.ts'),

  plant('apps-see-domain-and-ui', 'apps/buyer/src/lib/planted-db.ts', '../../../../packages/db/src/index.ts'),
  plant('apps-see-the-router-type-only', 'apps/admin/src/lib/planted-router.ts', '../../../api/src/trpc/router.ts'),
  plant(
    'apps-see-nothing-of-the-api-but-its-router',
    'apps/buyer/src/lib/planted-env.ts',
    "type { Env } from '../../../api/src/env.ts'",
  ),
  plant(
    'portal-and-console-are-apart',
    'apps/buyer/src/lib/planted-console.ts',
    '../../../admin/src/lib/planted-router.ts',
  ),
  plant('features-are-apart', 'apps/buyer/src/features/planted-one/a.ts', '../planted-two/b.ts'),
  plant('features-do-not-know-routes', 'apps/buyer/src/features/planted-two/c.ts', '../../routes/planted.ts'),
  plant('lib-does-not-know-features', 'apps/buyer/src/lib/planted-feature.ts', '../features/planted-two/b.ts'),

  plant('examples-see-domain-only', 'examples/src/planted-db.ts', '../../packages/db/src/index.ts'),
  plant('nothing-imports-tools', 'packages/db/src/planted-tool.ts', '../../../tools/src/product/paths.ts'),
];

/** Files that planted imports lead to. */
export const bystanders: Record<string, string> = {
  'packages/domain/src/pricing/planted-circle.ts': "import '../money/planted-circle.ts';\n",
  'apps/buyer/src/features/planted-two/b.ts': 'export {};\n',
  'packages/domain/src/testing/planted.ts': 'export {};\n',
  'apps/buyer/src/routes/planted.ts': 'export {};\n',
};
