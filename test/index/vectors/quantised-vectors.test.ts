import { describe, expect, it } from 'vitest';
import { QuantisedVectors } from '../../../index/vectors/quantised-vectors.ts';
import { cosine } from '../../../index/vectors/vector-table.ts';
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

  it.each([1, 3, 16, 37, 48])('reads back what it wrote, with %i dimensions', async (dimensions) => {
    const table = clusteredTable(50, dimensions, 11);
    const written = QuantisedVectors.from(table);
    const bytes = Buffer.concat([...written.bytes()]);
    const read = (size: number, wanted: number): Promise<QuantisedVectors> =>
      QuantisedVectors.read(size, wanted, async (room) => {
        expect(room.length).toBe(8 + 8 * size + size * wanted);
        room.set(bytes.subarray(0, room.length));
      });
    expect(QuantisedVectors.sizeOf(bytes.length, dimensions)).toBe(50);
    const back = await read(50, dimensions);
    expect(Buffer.concat([...back.bytes()]).equals(bytes)).toBe(true);
    const [query, same] = [written.query(table.at(7)), back.query(table.at(7))];
    expect([...same.cosines()]).toEqual([...query.cosines()]);
    expect(same.error(9)).toBe(query.error(9));
    await expect(read(49, dimensions)).rejects.toThrow(RangeError);
  });
});
