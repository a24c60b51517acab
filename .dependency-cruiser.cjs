/**
 * Who may import whom. Each rule is one edge of the house; `tools/src/architecture` plants a forbidden import for every
 * rule and expects this gate to name it, so that a rule that sees nothing is found out.
 */

/** Tests, test helpers and configuration may reach further than the code they serve. */
const TESTS = '(\\.test\\.tsx?$|/testing/|\\.config\\.ts$)';
/** Our own packages and apps, as opposed to libraries. */
const OURS = '^(apps|packages|tools|examples|e2e|bench)/';
const LIBRARY = 'node_modules/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'Two files that need each other to run are one file, or hide a third. Types alone may look both ways.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('imports-resolve', 'An import that leads nowhere escapes every other rule.', {}, { couldNotResolve: true }),

    forbid(
      'domain-imports-nothing',
      'The rules of the business run anywhere: server, browser, script.',
      { path: '^packages/domain/src/', pathNot: TESTS },
      { pathNot: '^packages/domain/src/' },
    ),
    forbid(
      'domain-tests-stay-pure',
      'Builders and tests of the domain need no other package of ours.',
      { path: `^packages/domain/src/.*${TESTS}` },
      { path: OURS, pathNot: '^packages/domain/' },
    ),
    forbid(
      'domain-code-needs-no-test-builders',
      'Builders and arbitraries are for tests.',
      { path: '^packages/domain/src/', pathNot: TESTS },
      { path: '^packages/domain/src/testing/' },
    ),
    forbid(
      'ui-sees-kernel-and-money-only',
      'A primitive knows amounts, not orders.',
      { path: '^packages/ui/src/' },
      { path: OURS, pathNot: '^packages/(ui/|domain/src/(kernel|money)/)' },
    ),
    forbid(
      'db-sees-domain-only',
      'Stores hold SQL and nothing of the server or the screens.',
      { path: '^packages/db/' },
      { path: OURS, pathNot: '^packages/(db|domain)/' },
    ),
    forbid(
      'drizzle-stays-in-db',
      'One copy of the query builder, behind the stores.',
      { path: OURS, pathNot: '^packages/db/' },
      { path: `${LIBRARY}drizzle-(orm|kit)` },
    ),
    forbid(
      'schema-stays-in-db',
      'Tables are read through stores.',
      { path: OURS, pathNot: '^packages/db/|/testing/|\\.test\\.ts$' },
      { path: '^packages/db/src/schema/' },
    ),

    forbid(
      'lucia-stays-in-auth',
      'The session library is retired upstream; one folder knows it.',
      { path: OURS, pathNot: '^apps/api/src/auth/' },
      { path: `${LIBRARY}(lucia|@lucia-auth|\\.pnpm/lucia)` },
    ),
    forbid(
      'routers-only-ask',
      'A procedure parses, authorises, calls a use-case or reads through a store, and maps. It opens no transaction.',
      { path: '^apps/api/src/routers/', pathNot: TESTS },
      {
        path: ['^packages/db/', '^apps/api/src/(adapters|ports|jobs|webhooks|reports|http)/'],
        pathNot: '^packages/db/src/stores/',
      },
    ),
    forbid(
      'use-cases-know-no-transport',
      'A use-case is called by a router, a job or a script alike.',
      { path: '^apps/api/src/use-cases/', pathNot: TESTS },
      { path: ['^apps/api/src/(routers|http|adapters|jobs|webhooks)/', `${LIBRARY}(@trpc|hono|@hono)`] },
    ),
    forbid(
      'use-cases-run-without-trpc',
      'A use-case may name who calls it and how it may refuse; that is all it takes from the procedures.',
      { path: '^apps/api/src/use-cases/', pathNot: TESTS },
      { path: '^apps/api/src/trpc/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'ports-know-the-domain-only',
      'A port says what the business needs from outside, in the words of the business.',
      { path: '^apps/api/src/ports/', pathNot: TESTS },
      { path: OURS, pathNot: '^(apps/api/src/ports/|packages/domain/)' },
    ),
    forbid(
      'adapters-see-ports-only',
      'An adapter fulfils a port and knows nothing of who calls it.',
      { path: '^apps/api/src/adapters/', pathNot: TESTS },
      { path: OURS, pathNot: '^(apps/api/src/(adapters|ports)/|packages/domain/)' },
    ),
    forbid(
      'only-main-sees-adapters',
      'Which adapter is used is decided where a process begins.',
      { path: OURS, pathNot: ['^apps/api/src/((import-)?main\\.ts$|testing/|adapters/)', TESTS] },
      { path: '^apps/api/src/adapters/' },
    ),
    forbid(
      'api-imports-no-screens',
      'The server does not know its clients.',
      { path: '^apps/api/' },
      { path: '^(apps/(buyer|admin)|packages/ui|tools|e2e|examples|bench)/' },
    ),

    forbid(
      'apps-see-domain-and-ui',
      'A screen reaches the database through the API.',
      { path: '^apps/(buyer|admin)/', pathNot: TESTS },
      { path: OURS, pathNot: ['^apps/(buyer|admin|api)/', '^packages/(domain|ui)/'] },
    ),
    forbid(
      'apps-see-the-router-type-only',
      'Types of the router cross to the browser; its code does not.',
      { path: '^apps/(buyer|admin)/', pathNot: TESTS },
      { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'apps-see-nothing-of-the-api-but-its-router',
      'What the screens need is in the answers of the procedures.',
      { path: '^apps/(buyer|admin)/', pathNot: TESTS },
      { path: '^apps/api/', pathNot: '^apps/api/src/trpc/router\\.ts$' },
    ),
    forbid(
      'portal-and-console-are-apart',
      'What both need stands in ui or domain.',
      { path: '^apps/(buyer|admin)/' },
      { path: '^apps/(buyer|admin)/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'features-are-apart',
      'A feature never imports a feature; a route composes them.',
      { path: '^apps/(buyer|admin)/src/features/([^/]+)/' },
      { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    ),
    forbid(
      'features-do-not-know-routes',
      'Routes use features, features use lib, and never back.',
      { path: '^apps/(buyer|admin)/src/(features|lib)/', pathNot: TESTS },
      { path: '^apps/(buyer|admin)/src/routes/' },
    ),
    forbid(
      'lib-does-not-know-features',
      'Routes use features, features use lib, and never back.',
      { path: '^apps/(buyer|admin)/src/lib/', pathNot: TESTS },
      { path: '^apps/(buyer|admin)/src/features/' },
    ),

    forbid(
      'examples-see-domain-only',
      'What a developer copies from an example runs without our server.',
      { path: '^examples/' },
      { path: OURS, pathNot: '^(examples|packages/domain)/' },
    ),
    forbid(
      'nothing-imports-tools',
      'Tools start and test the product; the product does not need them.',
      { path: '^(apps|packages|examples)/' },
      { path: '^(tools|e2e|bench)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(apps|packages)/[^/]+/dist/', '(^|/)paraglide/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
