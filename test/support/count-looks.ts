/** Things of which it is seen how many were looked at: a measure of work that is the same on a busy machine. */
export function countLooks<Item extends object>(
  items: readonly Item[],
): { readonly items: Item[]; readonly looks: () => number } {
  const seen = new Set<Item>();
  const watched = items.map(
    (item) =>
      new Proxy(item, {
        get(target, key, receiver) {
          seen.add(target);
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  return {
    items: watched,
    /** How many were looked at since it was last asked. */
    looks() {
      const { size } = seen;
      seen.clear();
      return size;
    },
  };
}
