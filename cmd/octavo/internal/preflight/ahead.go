package preflight

// ahead decodes the contents of pages while those of earlier ones are walked through: that is a third of all the work,
// and there usually is a second processor.
type ahead struct {
	pages chan []byte
	done  chan struct{}
}

// readAhead begins to decode. Pages that have their content in pieces, share it, or have it coded in another way
// than nearly all, are left to the painter.
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
		defer func() { recover() }() // the painter decodes again what made trouble here, and says so
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

// next is the next page's content, or nil when the painter is to decode it.
func (a *ahead) next() []byte { return <-a.pages }

func (a *ahead) stop() { close(a.done) }
