//go:build !race

package timing

const raced = false
