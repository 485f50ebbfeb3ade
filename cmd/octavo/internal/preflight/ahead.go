package preflight

// ahead decodes the contents of pages while those of earlier ones are examined: decoding is a third of all the work.
type ahead struct {
	pages chan []byte
	done  chan struct{}
}

// readAhead starts decoding. Pages whose content is in pieces, shared, or encoded in an unusual way are left to the
// painter.
func (d *Document) readAhead() *ahead {
	decode := make([]func() []byte, len(d.pages))
	for i, p := range d.pages {
		if s := d.streams.Alone(p.dict); s != nil {
			decode[i] = d.file.Ahead(s)
		}
	}
	a := &ahead{make(chan []byte, 8), make(chan struct{})}
	go func() {
		defer close(a.pages)
		defer func() { recover() }() // the painter decodes the stream again and reports the problem
		for _, f := range decode {
			var data []byte
			if f != nil {
				data = f()
			}
			select {
			case a.pages <- data:
			case <-a.done:
				return
			}
		}
	}()
	return a
}

// next returns the next page's content, or nil if the painter has to decode it.
func (a *ahead) next() []byte { return <-a.pages }

func (a *ahead) stop() { close(a.done) }
