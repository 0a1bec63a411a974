/** Rooms import one way only: app and bin -> lib -> index -> ingest; bin and bench -> eval -> lib. */
const room = (name, forbidden) => ({
  name: `${name}-imports-only-downwards`,
  severity: 'error',
  from: { path: `^${name}/` },
  to: { path: `^(${forbidden.join('|')})/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    room('ingest', ['index', 'lib', 'app', 'bin', 'eval', 'bench', 'test']),
    room('index', ['lib', 'app', 'bin', 'eval', 'bench', 'test']),
    room('lib', ['app', 'bin', 'eval', 'bench', 'test']),
    room('app', ['index', 'ingest', 'bin', 'eval', 'bench', 'test']),
    room('bin', ['app', 'bench', 'test']),
    room('eval', ['app', 'bin', 'bench', 'test']),
    room('bench', ['app', 'bin', 'test']),
    {
      name: 'hnswlib-only-in-its-driver',
      severity: 'error',
      from: { pathNot: '^index/vectors/hnsw-build\\.ts$' },
      to: { path: 'hnswlib-node' },
    },
    {
      name: 'transformers-only-in-the-embedder',
      severity: 'error',
      from: { pathNot: '^index/transformers-embedder\\.ts$' },
      to: { path: '@huggingface/transformers' },
    },
    {
      name: 'sqlite-only-in-index',
      severity: 'error',
      from: { pathNot: '^(test/)?index/' },
      to: { path: '(^|/)libsql(/|$)' },
    },
    {
      name: 'postgres-only-in-its-driver',
      severity: 'error',
      from: { pathNot: '^(test/)?index/postgres/' },
      to: { path: 'node_modules/pg/' },
    },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^(lib|index|ingest)/' }, to: {} },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
