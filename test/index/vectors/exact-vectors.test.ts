import { ExactVectors } from '../../../index/vectors/exact-vectors.ts';
import { QuantisedVectors } from '../../../index/vectors/quantised-vectors.ts';
import { vectorIndexContract } from './vector-index.contract.ts';

vectorIndexContract(
  'exact',
  async (table, groups) => new ExactVectors(QuantisedVectors.from(table), table, groups),
);
