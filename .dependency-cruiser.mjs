/** Who may import whom. Every rule has a bad example in `test/repo/fences.test.ts`. */

const libraryOf = (names) => `^node_modules/(${names.join('|')})/`;

/** What composes the service: the only files that know its leaves. */
const serverComposition = '^server/(main\\.ts$|composition/|cli/)';

/** Interfaces of the leaves: the part of a leaf that others may name. */
const doors = '^server/(store/store|lucca/connector|vault/vault|mail/(mail|layout))\\.ts$';

/** A folder that nobody imports but itself, the composition and the tests. */
const leaf = (room) => ({
  name: `leaf-${room}`,
  comment: `server/${room} is joined to the rest by the composition root; others know its interface only.`,
  severity: 'error',
  from: { path: '^server/', pathNot: [`^server/${room}/`, serverComposition] },
  to: { path: `^server/${room}/`, pathNot: doors },
});

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-circles', 'Two files that need each other are one idea.', {}, { circular: true }),
    forbid(
      'no-orphans',
      'A file nobody imports and that imports nobody is dead, or should be joined.',
      { orphan: true, pathNot: '\\.d\\.ts$' },
      {},
    ),
    forbid('no-unresolved', 'An import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'no-unlisted-package',
      'What is imported stands in package.json.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid(
      'domain-pure',
      'A rule of the trade knows dates, IBAN, phone numbers and itself.',
      { path: '^shared/domain/' },
      {
        pathNot: ['^shared/domain/', libraryOf(['date-fns', '@date-fns/[^/]+', 'ibantools', 'libphonenumber-js'])],
      },
    ),
    forbid(
      'domain-phone-min',
      'Of libphonenumber-js the domain takes the small metadata only.',
      { path: '^shared/domain/' },
      { path: libraryOf(['libphonenumber-js']), pathNot: '^node_modules/libphonenumber-js/min/' },
    ),
    forbid(
      'shared-knows-nobody',
      'shared/ runs in the pane, the service and the command line alike; zod enters by the contracts alone, fflate packs the journal.',
      { path: '^shared/', pathNot: '^shared/(domain|contracts)/' },
      { pathNot: ['^shared/', libraryOf(['fflate'])] },
    ),
    forbid(
      'contracts-zod-only',
      'The contracts import shared/ and zod.',
      { path: '^shared/contracts/' },
      { pathNot: ['^shared/', libraryOf(['zod'])] },
    ),
    forbid('addin-not-server', 'The pane speaks to the service over HTTP.', { path: '^addin/' }, { path: '^server/' }),
    forbid('server-not-addin', 'The service never knows the pane.', { path: '^server/' }, { path: '^addin/' }),
    leaf('lucca'),
    leaf('store'),
    leaf('vault'),
    leaf('xlsx'),
    leaf('mail'),
    leaf('demo'),
    forbid(
      'leaf-workbook',
      'addin/workbook alone says Excel; the entry of the pane hands it over.',
      { path: '^addin/', pathNot: ['^addin/workbook/', '^addin/taskpane/index\\.tsx$'] },
      { path: '^addin/workbook/' },
    ),
    forbid(
      'workbench-apart',
      'The workbench is not in the product: its own webpack entry and test/ import it.',
      { path: '^(addin|shared|server|scripts)/', pathNot: '^addin/workbench/' },
      { path: '^addin/workbench/' },
    ),
    forbid(
      'host-ignores-product',
      'A fake host that borrowed from the add-in would agree with its mistakes.',
      { path: '^addin/workbench/' },
      { path: '^addin/(taskpane|workbook|functions|commands)/' },
    ),
    forbid(
      'no-test-code',
      'Nothing outside test/ imports tests or their support.',
      { pathNot: '^test/' },
      { path: '^test/' },
    ),
    forbid(
      'no-scripts',
      'Scripts of the repository are no part of the product.',
      { path: '^(shared|server|addin)/' },
      { path: '^scripts/' },
    ),
    forbid(
      'no-dev-dependency',
      'The product runs with `npm ci --omit=dev`.',
      { path: '^(shared|server|addin)/', pathNot: '^addin/workbench/' },
      { dependencyTypes: ['npm-dev'], pathNot: libraryOf(['@types']) },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
