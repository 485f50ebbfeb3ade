package cos

import (
	"context"
	"fmt"
)

// Cost is a kind of thing that reading a file spends.
type Cost uint8

// The costs. They are counted, not timed, so that the same file always gives the same result.
const (
	Objects Cost = iota // values that are parsed, nodes of trees that are visited; a dictionary counts as ten
	Bytes               // that are read as objects, and that go into and come out of compressed streams
	Letters             // that are kept of pages and comments
	Pages
	Work // operators of pages and everything else that a file can repeat, at about 50 ns each
	costs
)

// limits are what one file may spend. A book needs a hundredth. They are chosen so that a file under 16 MB takes less
// than a gigabyte and ten seconds, whatever is in it.
var limits = [costs]struct {
	most    int
	unit    int // that the message counts in
	message string
}{
	Objects: {8_000_000, 1, "the file has more than %s values in its objects"},
	Bytes:   {192 << 20, 1 << 20, "more than %s MB come out of the file's streams"},
	Letters: {5_000_000, 1, "the file has more than %s letters on its pages and in its comments"},
	Pages:   {20_000, 1, "the file has more than %s pages"},
	Work:    {100_000_000, 1, "the file takes more than %s steps of work to read"},
}

// bytesPerByte is how many more bytes may come out of a file for each that is in it.
const bytesPerByte = 4

// LimitError is a file that goes over its budget, and which limit it meets.
type LimitError struct{ Message string }

func (e *LimitError) Error() string { return e.Message }

// Budget is what reading one file may still cost, in all packages together. It is not safe for concurrent use. A nil
// Budget has no limits.
type Budget struct {
	ctx   context.Context
	left  [costs]int
	most  [costs]int
	check int // units until the context is asked again
	err   error
}

// NewBudget returns the budget of a file with the given number of bytes. It is exhausted when the context is done.
func NewBudget(ctx context.Context, size int) *Budget {
	b := &Budget{ctx: ctx}
	for c, l := range limits {
		b.most[c] = l.most
	}
	b.most[Bytes] += bytesPerByte * size
	b.left = b.most
	return b
}

// Spend counts n units and reports whether the file may be read on. Once a limit is exceeded it returns false for ever:
// Err names the limit.
func (b *Budget) Spend(c Cost, n int) bool {
	if b == nil {
		return true
	}
	if b.err != nil {
		return false
	}
	n = max(n, 0)
	if b.left[c] -= n; b.left[c] < 0 {
		return b.exceed(limits[c].message, grouped(b.most[c]/limits[c].unit))
	}
	if b.check -= n; b.check < 0 {
		b.check = 1 << 16
		if b.ctx != nil && b.ctx.Err() != nil {
			b.err = context.Cause(b.ctx)
			return false
		}
	}
	return true
}

// Err returns why the file may not be read on: a *LimitError, or what ended the context. It is nil while it may.
func (b *Budget) Err() error {
	if b == nil {
		return nil
	}
	return b.err
}

// Refuse exhausts the budget of a file that goes over a limit which the caller counts, and which the message names, as those of limits do.
func (b *Budget) Refuse(message string) {
	if b != nil {
		b.exceed("%s", message)
	}
}

func (b *Budget) exceed(format string, args ...any) bool {
	if b.err == nil {
		b.err = &LimitError{fmt.Sprintf(format, args...)}
	}
	return false
}

// grouped formats a number with separators: 8,000,000.
func grouped(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", grouped(n/1000), n%1000)
}
