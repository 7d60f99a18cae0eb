// The directions in which vectors differ most (principal components), by Jacobi's rotations. Called by npm run vectors.

const MOST_SWEEPS = 30
/** Of the matrix's own size; what is left beside its diagonal is nothing then. */
const NEGLIGIBLE = 1e-10

/** @returns the first `most` directions, the widest first, each of length 1; the side of each is settled by its largest part. */
export function principalDirections(
  vectors: readonly Float32Array[],
  weights: readonly number[],
  most: number,
): Float64Array[] {
  const matrix = covariance(vectors, weights)
  const size = matrix.length
  const turned = Array.from({ length: size }, (_, at) => new Float64Array(size).fill(1, at, at + 1))
  const whole = matrix.reduce((sum, row, at) => sum + Math.abs(row[at]!), 0) || 1
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let beside = 0
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) beside += Math.abs(matrix[p]![q]!)
    if (beside < NEGLIGIBLE * whole) break
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(matrix, turned, p, q)
  }
  return turned
    .map((direction, at) => ({ direction: settled(direction), width: matrix[at]![at]! }))
    .sort((a, b) => b.width - a.width)
    .slice(0, most)
    .map(({ direction }) => direction)
}

function covariance(vectors: readonly Float32Array[], weights: readonly number[]): Float64Array[] {
  const size = vectors[0]?.length ?? 0
  const matrix = Array.from({ length: size }, () => new Float64Array(size))
  vectors.forEach((vector, one) => {
    for (let p = 0; p < size; p += 1) {
      const weighted = weights[one]! * vector[p]!
      for (let q = 0; q < size; q += 1) matrix[p]![q]! += weighted * vector[q]!
    }
  })
  return matrix
}

/** One rotation that makes the element at p, q nothing; the rows of `turned` become the directions. */
function rotate(matrix: Float64Array[], turned: Float64Array[], p: number, q: number) {
  const [rowP, rowQ] = [matrix[p]!, matrix[q]!]
  const beside = rowP[q]!
  if (beside === 0) return
  const half = (rowQ[q]! - rowP[p]!) / (2 * beside)
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of matrix) {
    const [a, b] = [row[p]!, row[q]!]
    row[p] = cosine * a - sine * b
    row[q] = sine * a + cosine * b
  }
  turnRows(rowP, rowQ, cosine, sine)
  turnRows(turned[p]!, turned[q]!, cosine, sine)
}

function turnRows(one: Float64Array, other: Float64Array, cosine: number, sine: number) {
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at]!, other[at]!]
    one[at] = cosine * a - sine * b
    other[at] = sine * a + cosine * b
  }
}

function settled(direction: Float64Array): Float64Array {
  const largest = direction.reduce((most, part) => (Math.abs(part) > Math.abs(most) ? part : most), 0)
  return largest < 0 ? direction.map((part) => -part) : direction
}
