package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"sync"
)

// compressor compresses streams at one level. Its writers are reused, for each allocates a megabyte. It is safe for
// concurrent use.
type compressor struct{ writers sync.Pool }

// The compressors: a fast one for bulk data, a thorough one for fonts.
var (
	quick    = newCompressor(contentLevel)
	thorough = newCompressor(zlib.DefaultCompression)
)

func newCompressor(level int) *compressor {
	c := &compressor{}
	c.writers.New = func() any {
		z, err := zlib.NewWriterLevel(io.Discard, level)
		if err != nil {
			panic(err) // not reached: the levels are valid
		}
		return z
	}
	return c
}

// compress returns what write writes, compressed.
func (c *compressor) compress(write func(w io.Writer) error) ([]byte, error) {
	z := c.writers.Get().(*zlib.Writer)
	defer c.writers.Put(z)
	var b bytes.Buffer
	z.Reset(&b)
	if err := write(z); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
