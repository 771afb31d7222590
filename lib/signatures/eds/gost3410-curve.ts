import { Field, type IField } from '@noble/curves/abstract/modular.js'
import { type WeierstrassPointCons, weierstrass } from '@noble/curves/abstract/weierstrass.js'

/** The signature of GOST R 34.10-2012 (RFC 7091) in numbers, over any curve that the standard allows. */

/** Parameters by the names of RFC 7091, 5.2: y² = x³ + ax + b modulo p; P has the prime order q. */
export type Parameters = { p: bigint; a: bigint; b: bigint; q: bigint; P: Point }
export type Point = { x: bigint; y: bigint }
export type Signature = { r: bigint; s: bigint }

export type Curve = WeierstrassPointCons<bigint>

export function curveOf({ p, a, b, q, P }: Parameters, field: IField<bigint> = Field(p)): Curve {
  return weierstrass({ p, a, b, n: q, h: 1n, Gx: P.x, Gy: P.y }, { Fp: field })
}

/** The digest modulo q; RFC 7091, 6.1, step 2 replaces nought. */
function scalarOf({ Fn }: Curve, digest: bigint): bigint {
  const e = Fn.create(digest)
  return e === 0n ? 1n : e
}

/** RFC 7091, 6.2. `digest` is a number of any size; a key that is no point of the curve signs nothing. */
export function verify(curve: Curve, key: Point, digest: bigint, { r, s }: Signature): boolean {
  const { Fn } = curve
  const Q = pointOf(curve, key)
  if (!Q || !Fn.isValidNot0(r) || !Fn.isValidNot0(s)) return false
  const v = Fn.inv(scalarOf(curve, digest))
  // Nothing here is secret, so both products may share their doublings and take as long as the numbers let them.
  const C = curve.BASE.mulAddUnsafe(Fn.mul(s, v), Q, Fn.neg(Fn.mul(r, v)))
  return !C.is0() && Fn.create(C.x) === r
}

function pointOf(curve: Curve, key: Point): InstanceType<Curve> | null {
  try {
    const point = curve.fromAffine(key)
    point.assertValidity()
    return point
  } catch {
    return null
  }
}

/** The public key of d, 0 < d < q. */
export function publicKey(curve: Curve, d: bigint): Point {
  const { x, y } = curve.BASE.multiply(d).toAffine()
  return { x, y }
}

/** RFC 7091, 6.1, by the nonce k, 0 < k < q; null when another is needed. */
export function sign(curve: Curve, d: bigint, digest: bigint, k: bigint): Signature | null {
  const { Fn } = curve
  const r = Fn.create(curve.BASE.multiply(k).x)
  const s = Fn.create(r * d + k * scalarOf(curve, digest))
  return r === 0n || s === 0n ? null : { r, s }
}
