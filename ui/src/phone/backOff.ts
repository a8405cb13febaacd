/** Milliseconds to wait before another try: 0.5 s, doubling, at most 15 s. */
export const backOff = (failures: number): number => Math.min(500 * 2 ** failures, 15_000);
