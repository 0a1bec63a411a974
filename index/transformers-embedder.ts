import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from '@huggingface/transformers';
import type { FeatureExtractionPipeline } from '@huggingface/transformers';
import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import type { Embedder, WordCosines } from './embedder.ts';
import { meanOfTokens } from './mean-pooling.ts';
import { assertUnitVector } from './vectors/vector-table.ts';
import { WordVectors } from './vectors/word-vectors.ts';

export interface EmbedderOptions {
  /** A folder with a model (`config.json`, `tokenizer.json`, `tokenizer_config.json`, `onnx/`), or a hub's name for one. */
  model: string;
  /** Where a model of the hub is kept after its download. */
  cacheFolder: string;
}

/** A text beyond this is cut before the tokenizer sees it: far more than any model reads. */
const longestText = 50_000;

/**
 * Loads an embedding model with transformers.js: from a folder, with no network, or by its name on the Hugging Face
 * hub, for example `Xenova/bge-small-en-v1.5`. Throws `UserError` ('model-missing') where it cannot be loaded.
 */
export async function openEmbedder(options: EmbedderOptions): Promise<Embedder> {
  if (await exists(options.model)) return openLocal(options.model);
  if (/^[\w.-]+\/[\w.-]+$/.test(options.model) && !options.model.startsWith('.')) return openHub(options);
  throw new UserError(
    'model-missing',
    `There is no embedding model at ${options.model}. Set EMBEDDING_MODEL to a folder that holds one, ` +
      'or leave it empty for the bundled model.',
  );
}

async function openLocal(folder: string): Promise<Embedder> {
  const name = path.basename(path.resolve(folder));
  const quantized = 'onnx/model_quantized.onnx';
  const network = (await exists(path.join(folder, quantized))) ? quantized : 'onnx/model.onnx';
  const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', network];
  const hash = createHash('sha256');
  let config = '';
  for (const file of files) {
    // Says to Next's bundler that the model is no file to trace.
    const content = await readFile(path.join(/* turbopackIgnore: true */ folder, file)).catch(
      (error: unknown) => {
        throw new UserError(
          'model-missing',
          `The embedding model in ${folder} lacks its file ${file}. Restore it, or set EMBEDDING_MODEL to another model.`,
          { cause: error },
        );
      },
    );
    if (file === 'config.json') config = content.toString();
    hash.update(`${file}\0${content.byteLength}\0`).update(content);
  }
  const extractor = await load(path.resolve(folder), {
    dtype: network === quantized ? 'q8' : 'fp32',
    local_files_only: true,
  }).catch((error: unknown) => {
    throw new UserError(
      'model-missing',
      `The embedding model in ${folder} cannot be loaded (${reason(error)}). Restore its files, or set EMBEDDING_MODEL to another model.`,
      { cause: error },
    );
  });
  return TransformersEmbedder.probe(extractor, name, {
    revision: hash.digest('hex'),
    isStatic: hasNoLayers(config),
  });
}

async function openHub({ model, cacheFolder }: EmbedderOptions): Promise<Embedder> {
  const dtype = 'fp32';
  const extractor = await load(model, { dtype, cache_dir: cacheFolder }).catch((error: unknown) => {
    throw new UserError(
      'model-missing',
      `The embedding model ${model} is neither a folder here nor could it be had from the Hugging Face hub (${reason(error)}). ` +
        'Check its name and the network, or leave EMBEDDING_MODEL empty for the bundled model.',
      { cause: error },
    );
  });
  return TransformersEmbedder.probe(extractor, model, {
    revision: `hub:${model}@main:${dtype}`,
    isStatic: false,
  });
}

async function load(
  model: string,
  options: { dtype: 'q8' | 'fp32'; local_files_only?: boolean; cache_dir?: string },
): Promise<FeatureExtractionPipeline> {
  return pipeline('feature-extraction', model, options);
}

class TransformersEmbedder implements Embedder {
  readonly revision: string;
  readonly dimensions: number;
  readonly words?: WordCosines;

  private constructor(
    private readonly extractor: FeatureExtractionPipeline,
    readonly name: string,
    { revision, dimensions, isStatic }: { revision: string; dimensions: number; isStatic: boolean },
  ) {
    this.revision = revision;
    this.dimensions = dimensions;
    if (isStatic) this.words = new WordVectors(this);
  }

  /** The dimension is what the model gives for a first text. */
  static async probe(
    extractor: FeatureExtractionPipeline,
    name: string,
    { revision, isStatic }: { revision: string; isStatic: boolean },
  ): Promise<Embedder> {
    const [vector = new Float32Array(0)] = await vectorsOf([''], extractor);
    const dimensions = vector.length;
    assertUnitVector(vector, dimensions);
    return new TransformersEmbedder(extractor, name, { revision, dimensions, isStatic });
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (texts.length === 0) return [];
    const vectors = await vectorsOf(texts, this.extractor);
    if (vectors.length !== texts.length) {
      throw new RangeError(`${this.name} gave ${vectors.length} vectors for ${texts.length} texts`);
    }
    for (const vector of vectors) assertUnitVector(vector, this.dimensions);
    return vectors;
  }

  async close(): Promise<void> {
    await this.extractor.dispose();
  }
}

/** A model without layers gives each word the same vector wherever it stands. */
function hasNoLayers(config: string): boolean {
  return z.object({ num_hidden_layers: z.literal(0) }).safeParse(JSON.parse(config)).success;
}

const tokensShape = z.object({ attention_mask: z.object({ data: z.instanceof(BigInt64Array) }) });
const vectorsShape = z.object({
  data: z.instanceof(Float32Array),
  dims: z.tuple([z.number(), z.number(), z.number()]),
});
/** Networks name what they give for tokens differently. */
const outputsShape = z
  .object({
    last_hidden_state: vectorsShape.optional(),
    logits: vectorsShape.optional(),
    token_embeddings: vectorsShape.optional(),
  })
  .transform((outputs) => outputs.last_hidden_state ?? outputs.logits ?? outputs.token_embeddings);

/** Throws `ZodError` where the network gives no vectors of tokens. */
async function vectorsOf(
  texts: readonly string[],
  { tokenizer, model }: FeatureExtractionPipeline,
): Promise<Float32Array[]> {
  const cut = texts.map((text) => text.slice(0, longestText));
  const tokens: unknown = tokenizer(cut, { padding: true, truncation: true });
  const vectors = outputsShape.parse(await model(tokens));
  if (!vectors) throw new RangeError('the network gave no vectors of tokens');
  return meanOfTokens(vectors, tokensShape.parse(tokens).attention_mask.data);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
