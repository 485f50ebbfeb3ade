// Command release makes what a release of octavo consists of: an archive for each system, a package for Debian, checksums, a bill of
// materials, the licences of all that is in the program, and the files that publish it through package managers. make release calls it.
//
// The same source gives the same bytes, in any folder, if the same Go compiles it: nothing of the machine, the folder or the time
// reaches a file. version.go says what a version is, compile.go how programs are made, licences.go whose work is in them.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintf(os.Stderr, "release: %v\n", err)
		os.Exit(1)
	}
}

// release is one release in the making.
type release struct {
	source     string // the folder of the repository
	out        string // the folder for what is made
	origin            // what it is made of
	url        string // where the project is: https://host/owner/name
	maintainer string
	targets    []target
	files      map[string][]byte // what is in each archive beside the program, by its name there
	work       string            // a folder for what is not handed out: programs, tools
	log        func(format string, args ...any)
}

func run(ctx context.Context, args []string) error {
	r := release{log: func(format string, args ...any) { fmt.Printf(format+"\n", args...) }}
	flags := flag.NewFlagSet("release", flag.ExitOnError)
	flags.StringVar(&r.source, "source", ".", "the `folder` of the repository")
	flags.StringVar(&r.out, "o", "build/release", "the `folder` for what is made; what is in it goes")
	version := flags.String("version", "", "the `version`, such as 1.2.0 (default: of the tag of this commit)")
	flags.StringVar(&r.url, "url", "", "the `address` of the project (default: of the remote called origin)")
	flags.StringVar(&r.maintainer, "maintainer", author+" <octavo@git.example>", "the name and `address` of who answers for the Debian package")
	targets := flags.String("targets", "", "`systems` instead of all, such as linux/amd64,windows/arm64")
	licences := flags.Bool("licences", false, "write the licences to standard output, and make nothing else")
	flags.Parse(args)
	var err error
	if r.origin, err = findOrigin(ctx, r.source, *version); err != nil {
		return err
	}
	if r.url == "" {
		r.url = findURL(ctx, r.source)
	}
	if r.targets, err = parseTargets(*targets); err != nil {
		return err
	}
	if *licences {
		all, err := r.licences(ctx)
		if err != nil {
			return err
		}
		_, err = os.Stdout.Write(all.text())
		return err
	}
	return r.make(ctx)
}

// make makes everything, anew.
func (r *release) make(ctx context.Context) error {
	if err := emptyFolder(r.out); err != nil {
		return err
	}
	var err error
	if r.work, err = os.MkdirTemp("", "octavo-release-"); err != nil {
		return err
	}
	defer os.RemoveAll(r.work)
	licences, err := r.licences(ctx)
	if err != nil {
		return err
	}
	if err := r.archives(ctx, licences); err != nil {
		return err
	}
	if err := r.buildTools(ctx); err != nil {
		return err
	}
	if err := r.debianPackages(ctx); err != nil {
		return err
	}
	if err := r.billOfMaterials(ctx, licences); err != nil {
		return err
	}
	if err := r.publish(); err != nil {
		return err
	}
	return r.checksums()
}

// emptyFolder makes a folder, or empties one that a release was made into before; any other folder with files in it stays as it is.
func emptyFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	if len(entries) > 0 {
		if _, err := os.Stat(filepath.Join(dir, sumsName)); err != nil && !strings.HasPrefix(entries[0].Name(), "octavo_") {
			return fmt.Errorf("%s has files in it that are of no release; empty it, or name another folder with -o", dir)
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o777)
}

// write puts a file into the folder of the release, under a name with slashes.
func (r *release) write(name string, data []byte) error {
	file := filepath.Join(r.out, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	r.log("%s", name)
	return os.WriteFile(file, data, 0o666)
}
