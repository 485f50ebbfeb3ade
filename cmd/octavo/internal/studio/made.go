package studio

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	slash "path"
	"slices"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/production"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/readfile"
)

// maxMade is the largest output that is sent, in bytes.
const maxMade = 1 << 30

// madeTypes are the media types of outputs by their extensions; others are bytes.
var madeTypes = map[string]string{".pdf": "application/pdf", ".epub": "application/epub+zip", ".png": "image/png", ".svg": "image/svg+xml",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".json": "application/json", ".txt": "text/plain; charset=utf-8"}

// asDownload sets the headers of a file that the browser is to keep, whatever is in it, and never to show as a page of the studio's.
func asDownload(w http.ResponseWriter, name string) {
	h := w.Header()
	kind := madeTypes[strings.ToLower(slash.Ext(name))]
	if kind == "" {
		kind = "application/octet-stream"
	}
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": slash.Base(name)}))
	h.Set("Content-Security-Policy", "sandbox; default-src 'none'")
}

// serveMade sends an output: one that the manifest or the result of a job names.
func (s *Studio) serveMade(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	known := fs.ValidPath(name) && (s.jobs.made(name) || slices.ContainsFunc(s.manifest(), func(m production.ManifestOutput) bool { return m.File == name }))
	var data []byte
	err := fs.ErrNotExist
	if known {
		data, err = s.output(name)
	}
	if err != nil {
		refuse(w, http.StatusNotFound, problem{Message: "there is no such file; make it again"})
		return
	}
	asDownload(w, name)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// output reads a file of the folder of outputs.
func (s *Studio) output(name string) ([]byte, error) {
	root, err := project.OpenBook(s.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return readfile.In(root, slash.Join(project.BuildFolder, name), maxMade)
}

// serveZip sends all files of a job that has made a folder as one: ?id=.
func (s *Studio) serveZip(w http.ResponseWriter, r *http.Request) {
	j, ok := s.jobs.find(idOf(r))
	if !ok || j.Result == nil || j.Result.Folder == "" || len(j.Result.Files) == 0 {
		refuse(w, http.StatusNotFound, problem{Message: "there are no such files; make them again"})
		return
	}
	folder := slash.Base(j.Result.Folder)
	asDownload(w, folder+".zip")
	z := zip.NewWriter(w)
	for _, f := range j.Result.Files {
		data, err := s.output(f.Name)
		if err != nil {
			panic(http.ErrAbortHandler) // a file that ends early is seen to be broken
		}
		to, err := z.CreateHeader(&zip.FileHeader{Name: strings.TrimPrefix(f.Name, folder+"/"), Method: zip.Store})
		if err == nil {
			_, err = to.Write(data)
		}
		if err != nil {
			return // who has gone
		}
	}
	_ = z.Close()
}
