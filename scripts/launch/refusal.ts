/** A reason to stop that is no fault of this program: it is told in a sentence, without a stack. */
export class Refusal extends Error {}
