/** The numbers a linear layer or a comparison is computed in: whole ones of 8 bits (`whole-number-product.ts`), or 32-bit floats. */
export type Precision = 'int8' | 'fp32';
