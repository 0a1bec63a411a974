import { describe, expect, it } from 'vitest';
import { QuantisedVectors } from '../../../index/vectors/quantised-vectors.ts';
import { cosine, VectorTable } from '../../../index/vectors/vector-table.ts';
import { clusteredTable, randomNumbers, unit } from './vector-index.contract.ts';

describe('QuantisedVectors', () => {
  it.each([1, 3, 16, 37])('is never further off than it says, with %i dimensions', (dimensions) => {
    const table = clusteredTable(200, dimensions, 7);
    const rounded = QuantisedVectors.from(table);
    const random = randomNumbers(3);
    for (let row = 0; row < table.size; row++) {
      const query = unit(Array.from({ length: dimensions }, () => random() - 0.5));
      const compared = rounded.query(query);
      const off = Math.abs(compared.cosine(row) - cosine(table.at(row), query));
      expect(off).toBeLessThanOrEqual(compared.error(row));
      expect(compared.error(row)).toBeLessThan(0.05);
      expect(compared.cosines()[row]).toBeCloseTo(compared.cosine(row), 6);
    }
  });

  it('reads back what it wrote, also from bytes that start anywhere', () => {
    const rounded = QuantisedVectors.from(VectorTable.from([unit([1, 2, 2]), unit([3, -4, 1])], 3));
    const bytes = Buffer.concat([...rounded.bytes()]);
    const shifted = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
    expect(Buffer.concat([...QuantisedVectors.fromBytes(shifted).bytes()])).toEqual(bytes);
    expect(() => QuantisedVectors.fromBytes(bytes.subarray(1))).toThrow(RangeError);
    expect(() => QuantisedVectors.fromBytes(new Uint8Array(3))).toThrow(RangeError);
  });
});
