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
	"path/filepath"
	"strings"
	"sync"

	goepub "github.com/bmaupin/go-epub"

	"octavo/cmd/octavo/internal/parallel"
)

// item is one file of the package.
type item struct {
	id, href, media, properties string // without an id it is not in the manifest

	page   *page  // written when it is packed
	data   []byte // of any other file
	stored bool   // it is compressed already, or has to be plain
}

// method returns how the file is compressed in the zip file.
func (it *item) method() uint16 {
	if it.stored {
		return zip.Store
	}
	return zip.Deflate
}

// contentFolder is where go-epub puts everything but the container.
const contentFolder = "EPUB/"

// level is the compression level of text; levels above 6 are slower and hardly smaller.
const level = 5

// items returns the files of the manifest in their order in the package: navigation, style sheet, pages in spine order,
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
			if pg.math {
				it.properties = "mathml"
			}
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
	if p.hasBranch() {
		out = append(out, item{id: "head-piece", href: headPiece, media: "image/svg+xml", data: p.assets.Head})
	}
	return append(out, item{href: onixFile, data: p.onix()})
}

// pack has go-epub make the package's container and writes the package in its final form: the mimetype first and
// uncompressed, the other files in the order of the manifest, all with the earliest date that a zip file can hold and
// without extra fields. Files are made in parallel and written in one pass; none is kept once it is written.
func pack(w io.Writer, p *plan) error {
	frame, err := p.frame()
	if err != nil {
		return err
	}
	items := p.items()
	const opf = contentFolder + "package.opf"
	files := []item{{href: "mimetype", stored: true}, {href: "META-INF/container.xml"}, {href: opf}}
	for i := range files[:2] {
		data, ok := frame[files[i].href]
		if !ok {
			return fmt.Errorf("the package has no %s", files[i].href)
		}
		files[i].data = data
	}
	for _, it := range items {
		it.href = contentFolder + it.href
		files = append(files, it)
	}

	made := make([]packed, len(files))
	ready := make([]chan struct{}, len(files))
	for i := range ready {
		ready[i] = make(chan struct{})
	}
	type result struct {
		err   error
		panic *parallel.Panic
	}
	written := make(chan result, 1)
	go func() {
		var r result
		r.panic = parallel.Catch(func() { r.err = writeZip(w, files, made, ready) })
		written <- r
	}()
	var presses sync.Pool
	parallel.Each(len(files), func(i int) {
		defer close(ready[i])
		pr, ok := presses.Get().(*packer)
		if !ok {
			pr = &packer{}
		}
		defer presses.Put(pr)
		f := &files[i]
		switch {
		case f.page != nil:
			pr.page = p.render(f.page, pr.page[:0])
			made[i] = pr.pack(pr.page, zip.Deflate)
		case f.href == opf:
			made[i] = pr.pack(p.packageDocument(items), zip.Deflate)
		default:
			made[i] = pr.pack(f.data, f.method())
		}
	})
	r := <-written
	if r.panic != nil {
		panic(r.panic)
	}
	return r.err
}

// writeZip writes files as they become ready and then releases them.
func writeZip(w io.Writer, files []item, made []packed, ready []chan struct{}) error {
	z := zip.NewWriter(w)
	for i, f := range files {
		<-ready[i]
		m := made[i]
		made[i] = packed{}
		err := m.err
		if err == nil {
			err = writeFile(z, f.href, f.method(), m)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", f.href, err)
		}
	}
	return z.Close()
}

// writeFile writes a file that has been made.
func writeFile(z *zip.Writer, name string, method uint16, m packed) error {
	h := &zip.FileHeader{
		Name: name, Method: method, ReaderVersion: 20, CreatorVersion: 20, CRC32: m.sum,
		CompressedSize64: uint64(len(m.data)), UncompressedSize64: uint64(m.size),
		// 1 January 1980, the first date of MS-DOS. The field Modified would add an extra field, which the
		// mimetype may not have (OCF 3.3, section 4.3).
		ModifiedDate: 1<<5 | 1,
	}
	file, err := z.CreateRaw(h)
	if err == nil {
		_, err = file.Write(m.data)
	}
	return err
}

// packed is a file as it goes into the zip file.
type packed struct {
	data []byte // compressed, if it is to be
	sum  uint32 // checksum of the uncompressed data
	size int    // size of the uncompressed data
	err  error
}

// packer holds a worker's buffers and compressor, reused for every file: making a compressor takes longer than
// compressing a page.
type packer struct {
	page       []byte // buffer for a page
	compressor *flate.Writer
}

func (pr *packer) pack(data []byte, method uint16) packed {
	out := packed{data: data, sum: crc32.ChecksumIEEE(data), size: len(data)}
	if method == zip.Store {
		return out
	}
	var b bytes.Buffer
	b.Grow(len(data)/3 + 64)
	if pr.compressor == nil {
		pr.compressor, out.err = flate.NewWriter(&b, level)
	} else {
		pr.compressor.Reset(&b)
	}
	if out.err == nil {
		_, out.err = pr.compressor.Write(data)
	}
	if out.err == nil {
		out.err = pr.compressor.Close()
	}
	out.data = b.Bytes()
	return out
}

// offline refuses every request, so that nothing is ever fetched for a book.
type offline struct{}

func (offline) RoundTrip(*http.Request) (*http.Response, error) {
	return nil, errors.New("a book fetches nothing from a network")
}

// frame has go-epub make a package with a placeholder for one file of each kind, and returns what does not depend on
// the book's files: go-epub would decode real files twice and compress one after another what is compressed again here,
// and it supports neither languages nor navigation of several levels. It works in memory, so that a process that is killed leaves nothing
// of it and none needs a folder for temporary files; but in Windows, whose names of files it mixes up there. It panics when a disk is full
// or a folder is not writable; frame returns that as an error.
func (p *plan) frame() (files map[string][]byte, err error) {
	framing.Lock()
	defer framing.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("cannot make the package in the folder for temporary files, which TMP names: %v", r)
		}
	}()
	if filepath.Separator == '/' {
		goepub.Use(goepub.MemoryFS)
	}
	e := goepub.NewEpub(clean(p.cfg.Book.Title))
	e.Client = &http.Client{Transport: offline{}}
	e.SetIdentifier(clean(p.cfg.Book.Identifier))
	e.SetLang(p.lang)
	const source = "data:application/octet-stream;base64,AA=="
	_, err = e.AddCSS(source, "book.css")
	if err == nil {
		_, err = e.AddSection("<p/>", "Page", "page.xhtml", "")
	}
	if err != nil {
		return nil, fmt.Errorf("filling the package: %w", err)
	}
	var out bytes.Buffer
	if _, err := e.WriteTo(&out); err != nil {
		return nil, fmt.Errorf("making the package: %w", err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		return nil, fmt.Errorf("reading the package again: %w", err)
	}
	files = map[string][]byte{}
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, contentFolder) {
			continue
		}
		if files[f.Name], err = contents(f); err != nil {
			return nil, fmt.Errorf("reading %s again: %w", f.Name, err)
		}
	}
	return files, nil
}

// framing is held while go-epub works, whose files in memory are in one table for all books.
var framing sync.Mutex

func contents(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}
