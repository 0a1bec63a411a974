/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: ['hnswlib-node', 'onnxruntime-node', '@huggingface/transformers', 'libsql'],
  poweredByHeader: false,
  devIndicators: false,
};
