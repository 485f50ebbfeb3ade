package epub

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"path"
	"strings"
	"sync"

	goepub "github.com/bmaupin/go-epub"

	"octavo/cmd/octavo/internal/crew"
)

// item is one file of the manifest.
type item struct {
	id, href, media, properties string

	page   *page  // written when it is packed
	data   []byte // of any other file
	stored bool   // it is compressed already
}

// contentFolder is where go-epub puts everything but the container.
const contentFolder = "EPUB/"

// level is how hard text is compressed; from 6 on a build waits longer for hardly a smaller file.
const level = 5

// items are the files of the manifest in their order in the package: navigation, style sheet, pages in spine order,
// fonts, pictures.
func (p *plan) items() []item {
	out := make([]item, 1, 3+len(p.pages)+len(p.fonts)+len(p.pictures)) // the navigation first
	out = append(out,
		item{id: "ncx", href: "toc.ncx", media: "application/x-dtbncx+xml", data: p.ncx()},
		item{id: "css", href: stylesheet, media: "text/css", data: p.css()},
	)
	for _, pg := range p.pages {
		it := item{id: pg.name, href: pg.href(), media: "application/xhtml+xml", page: pg}
		if pg.kind == navPage {
			it.properties = "nav"
			out[0] = it
		} else {
			out = append(out, it)
		}
	}
	for i, f := range p.fonts {
		out = append(out, item{id: "font-" + itoa(i+1), href: "fonts/" + f.name, media: f.media, data: f.data})
	}
	for _, pic := range p.pictures {
		it := item{id: pic.id, href: "images/" + pic.name, media: pic.media, data: pic.data, stored: true}
		if pic.cover {
			it.properties = "cover-image"
		}
		out = append(out, it)
	}
	return out
}

// pack has go-epub make the package and writes it in its final form: every file with its own bytes, the mimetype first
// and plain, the others in the order of the manifest, all with the first date that a zip file knows, none with an extra
// field. The pages are written and compressed while go-epub writes its files.
func pack(w io.Writer, p *plan) error {
	items := p.items()
	type result struct {
		files map[string][]byte
		err   error
		panic *crew.Panic
	}
	waiting := make(chan result, 1)
	go func() {
		var made result
		made.panic = crew.Catch(func() { made.files, made.err = p.skeleton(items) })
		waiting <- made
	}()

	const mimetype, container, opf = "mimetype", "META-INF/container.xml", contentFolder + "package.opf"
	files := []item{{href: mimetype, stored: true}, {href: container}, {href: opf}}
	for _, it := range items {
		it.href = contentFolder + it.href
		files = append(files, it)
	}
	packed := make([][]byte, len(files))
	failed := make([]error, len(files))
	var writers sync.Pool
	compress := func(i int) {
		f := &files[i]
		switch {
		case f.page != nil:
			f.data = p.render(f.page)
		case f.href == opf:
			f.data = p.packageDocument(items)
		}
		if packed[i] = f.data; !f.stored {
			packed[i], failed[i] = deflate(&writers, f.data)
		}
	}
	crew.Each(len(files)-2, func(i int) { compress(i + 2) })

	made := <-waiting
	if made.panic != nil {
		panic(made.panic)
	}
	if made.err != nil {
		return made.err
	}
	for i, f := range files {
		data, ok := made.files[f.href]
		if !ok {
			return fmt.Errorf("the package has no %s", f.href)
		}
		if i < 2 {
			files[i].data = data
			compress(i)
		}
	}
	if len(made.files) != len(files) {
		return fmt.Errorf("the package has %d files where %d are listed", len(made.files), len(files))
	}
	if err := errors.Join(failed...); err != nil {
		return err
	}
	return writeZip(w, files, packed)
}

func writeZip(w io.Writer, files []item, packed [][]byte) error {
	z := zip.NewWriter(w)
	for i, f := range files {
		h := &zip.FileHeader{
			Name: f.href, Method: zip.Deflate, ReaderVersion: 20, CreatorVersion: 20, CRC32: crc32.ChecksumIEEE(f.data),
			CompressedSize64: uint64(len(packed[i])), UncompressedSize64: uint64(len(f.data)),
			// 1 January 1980, the first date of MS-DOS. The field Modified would add an extra field, which the
			// mimetype may not have (OCF 3.3, section 4.3).
			ModifiedDate: 1<<5 | 1,
		}
		if f.stored {
			h.Method = zip.Store
		}
		file, err := z.CreateRaw(h)
		if err == nil {
			_, err = file.Write(packed[i])
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", f.href, err)
		}
	}
	return z.Close()
}

// deflate compresses data with a compressor from the pool: making one takes longer than compressing a page.
func deflate(pool *sync.Pool, data []byte) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(data)/2 + 64)
	w, ok := pool.Get().(*flate.Writer)
	if ok {
		w.Reset(&out)
	} else {
		var err error
		if w, err = flate.NewWriter(&out, level); err != nil {
			return nil, err
		}
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	pool.Put(w)
	return out.Bytes(), nil
}

// offline refuses every request: nothing is ever fetched for a book.
type offline struct{}

func (offline) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("a book fetches nothing from a network")
}

// skeleton has go-epub make the package with a stand-in for every file, and gives back its files by name: go-epub would
// unpack real bytes twice, compress one after another what is compressed again here, and knows neither languages nor
// navigation of several levels. It panics where a disk is full or a folder may not be written; that becomes an error. It
// works in a folder of its own under the system's temporary folder, which it takes away itself.
func (p *plan) skeleton(items []item) (files map[string][]byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot make the package in the folder for temporary files, which TMPDIR names: %v", r)
		}
	}()
	e := goepub.NewEpub(clean(p.cfg.Book.Title))
	e.Client = &http.Client{Transport: offline{}}
	e.SetIdentifier(clean(p.cfg.Book.Identifier))
	e.SetLang(p.lang)
	for _, it := range items {
		const source = "data:application/octet-stream;base64,AA=="
		switch folder, name := path.Split(it.href); folder {
		case "css/":
			_, err = e.AddCSS(source, name)
		case "fonts/":
			_, err = e.AddFont(source, name)
		case "images/":
			_, err = e.AddImage(source, name)
		case "xhtml/":
			_, err = e.AddSection("<p/>", it.id, name, "")
		}
		if err != nil {
			return nil, fmt.Errorf("adding %s to the package: %w", it.href, err)
		}
	}
	var out bytes.Buffer
	if _, err := e.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("making the package: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		return nil, fmt.Errorf("reading the package again: %w", err)
	}
	files = make(map[string][]byte, len(z.File))
	for _, f := range z.File {
		files[f.Name] = nil
		if !strings.HasPrefix(f.Name, contentFolder) {
			if files[f.Name], err = contents(f); err != nil {
				return nil, fmt.Errorf("reading %s again: %w", f.Name, err)
			}
		}
	}
	return files, nil
}

func contents(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}
