const FIRST_MOMENT = 0.9;
const SECOND_MOMENT = 0.99;
const SMALLEST = 1e-6;

/** Weights with their gradient and the moments of Adam (Kingma and Ba, 2015). */
export class AdamWeights {
  readonly values: Float64Array;
  /** Of each weight, added up until the next step. */
  readonly gradient: Float64Array;
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private steps = 0;
  private readonly decay: number;

  /**
   * @param size how many
   * @param initial gives the first value of each
   * @param decay how strongly weights are drawn towards 0
   */
  constructor(size: number, initial: () => number, decay: number) {
    this.values = Float64Array.from({ length: size }, initial);
    this.gradient = new Float64Array(size);
    this.first = new Float64Array(size);
    this.second = new Float64Array(size);
    this.decay = decay;
  }

  /** Adds to the gradient of one weight. */
  add(index: number, amount: number): void {
    this.gradient[index] = (this.gradient[index] ?? 0) + amount;
  }

  /**
   * Follows the gradient that was added up, and forgets it.
   * @param rate the step's size
   */
  step(rate: number): void {
    this.steps++;
    const firstShare = 1 - FIRST_MOMENT ** this.steps;
    const secondShare = 1 - SECOND_MOMENT ** this.steps;
    const { values, gradient, first, second } = this;
    for (let index = 0; index < values.length; index++) {
      const value = values[index] ?? 0;
      const slope = (gradient[index] ?? 0) + this.decay * value;
      const mean = FIRST_MOMENT * (first[index] ?? 0) + (1 - FIRST_MOMENT) * slope;
      const square = SECOND_MOMENT * (second[index] ?? 0) + (1 - SECOND_MOMENT) * slope * slope;
      first[index] = mean;
      second[index] = square;
      values[index] =
        value - (rate * (mean / firstShare)) / (Math.sqrt(square / secondShare) + SMALLEST);
    }
    gradient.fill(0);
  }
}
