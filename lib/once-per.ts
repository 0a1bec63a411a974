/** What is made once for each key and kept as long as the key lives; what failed is made anew. */
export class OncePer<K extends WeakKey, V> {
  private readonly made = new WeakMap<K, Promise<V>>();

  get(key: K, make: () => Promise<V>): Promise<V> {
    let value = this.made.get(key);
    if (!value) {
      value = make();
      value.catch(() => this.made.delete(key));
      this.made.set(key, value);
    }
    return value;
  }
}
