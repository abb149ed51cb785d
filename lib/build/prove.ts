/** `npm run prove [-- name…]`: the lab (e2e/proofs). */
import "../../e2e/proofs/prove";
