/** @type {import('next').NextConfig} */
export default {
  // Native code, and packages that read files beside themselves.
  serverExternalPackages: [
    'hnswlib-node',
    'onnxruntime-node',
    '@huggingface/transformers',
    'libsql',
    'dictionary-en',
    'dictionary-en-gb',
    'mammoth',
    'unpdf',
  ],
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` checks the types; somebody's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};
