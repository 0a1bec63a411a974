import { ExactVectors } from '../../index/exact-vectors.ts';
import { vectorIndexContract } from './vector-index.contract.ts';

vectorIndexContract('exact', async (table) => new ExactVectors(table));
