package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// archives makes the archive of each target.
func (r *release) archives(ctx context.Context, licences works) error {
	if err := r.collect(ctx, licences); err != nil {
		return err
	}
	for _, t := range r.targets {
		program, err := r.program(ctx, t)
		if err != nil {
			return err
		}
		all := maps.Clone(r.files)
		if all[t.program()], err = os.ReadFile(program); err != nil {
			return err
		}
		var out bytes.Buffer
		pack := tarGzip
		if t.os == "windows" {
			pack = zipped
		}
		if err := pack(&out, r.folder(t), all, map[string]bool{t.program(): true}, r.time); err != nil {
			return err
		}
		if err := r.write(r.archiveName(t), out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// collect fills r.files.
func (r *release) collect(ctx context.Context, licences works) error {
	own, err := r.program(ctx, host())
	if err != nil {
		return err
	}
	if r.files, err = documents(ctx, own); err != nil {
		return err
	}
	for _, name := range []string{"README.md", "LICENSE"} {
		if r.files[name], err = os.ReadFile(filepath.Join(r.source, name)); err != nil {
			return err
		}
	}
	r.files[licencesName] = licences.text()
	return nil
}

// licencesName is the file with the licences of all works of others.
const licencesName = "LICENCES.txt"

// folder is the one folder that an archive unpacks into; the archive is named after it.
func (r *release) folder(t target) string {
	return fmt.Sprintf("octavo_%s_%s_%s", r.number(), t.system(), t.arch)
}

// archiveName is the name of a target's archive.
func (r *release) archiveName(t target) string {
	if t.os == "windows" {
		return r.folder(t) + ".zip"
	}
	return r.folder(t) + ".tar.gz"
}

// mode is the mode of a file in an archive.
func mode(executable bool) os.FileMode {
	if executable {
		return 0o755
	}
	return 0o644
}

// tarGzip packs files, by their names in folder: in order, of nobody, and all of one time.
func tarGzip(w io.Writer, folder string, files map[string][]byte, executable map[string]bool, when time.Time) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression) // its header has no name and no time
	if err != nil {
		return err
	}
	t := tar.NewWriter(z)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := &tar.Header{Typeflag: tar.TypeReg, Name: folder + "/" + name, Size: int64(len(files[name])), ModTime: when,
			Mode: int64(mode(executable[name])), Format: tar.FormatUSTAR}
		if err := t.WriteHeader(header); err != nil {
			return err
		}
		if _, err := t.Write(files[name]); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return z.Close()
}

// zipped packs the same as a zip file, whose times are in UTC.
func zipped(w io.Writer, folder string, files map[string][]byte, executable map[string]bool, when time.Time) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, name := range slices.Sorted(maps.Keys(files)) {
		header := &zip.FileHeader{Name: folder + "/" + name, Method: zip.Deflate, Modified: when.UTC()}
		header.SetMode(mode(executable[name]))
		f, err := z.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := f.Write(files[name]); err != nil {
			return err
		}
	}
	return z.Close()
}
