/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: ['hnswlib-node', 'onnxruntime-node', '@huggingface/transformers', 'libsql'],
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` checks the types; somebody's first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
};
