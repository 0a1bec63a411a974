import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['.next/', 'data/', 'node_modules/', 'next-env.d.ts', 'coverage/', 'dist/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A port's in-memory driver has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
);
