package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The studio's page is bundled of packages from npm. Their licences are in bundleLicences, since who makes a release need not have the
// packages; go test ./cmd/octavo/release -update writes them anew where they are installed.
const (
	studioPage     = "cmd/octavo/internal/studio/web"
	bundleLicences = studioPage + "/licences.txt"
	bundleParting  = "\n======== "
)

// buildOnly are the packages that make and test the page, and are not in it.
var buildOnly = []string{"axe-core", "esbuild", "typescript"}

// lockfile is what is of use here in a package-lock.json.
type lockfile struct {
	Packages map[string]struct {
		Version         string
		License         string
		Dependencies    map[string]string
		DevDependencies map[string]string
	}
}

// bundledPackages returns the names of the packages that the page is bundled of, sorted, and the lock that has their versions.
func bundledPackages(source string) ([]string, *lockfile, error) {
	data, err := os.ReadFile(filepath.Join(source, filepath.FromSlash(studioPage), "package-lock.json"))
	if err != nil {
		return nil, nil, err
	}
	var lock lockfile
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, nil, fmt.Errorf("package-lock.json of the studio: %w", err)
	}
	found := map[string]bool{}
	open := slices.Collect(maps.Keys(lock.Packages[""].DevDependencies))
	open = slices.DeleteFunc(open, func(name string) bool { return slices.Contains(buildOnly, name) })
	for len(open) > 0 {
		name := open[0]
		open = open[1:]
		if !found[name] {
			found[name] = true
			open = append(open, slices.Collect(maps.Keys(lock.Packages["node_modules/"+name].Dependencies))...)
		}
	}
	return slices.Sorted(maps.Keys(found)), &lock, nil
}

// bundled returns the packages that are in the studio's page, with their licences.
func (r *release) bundled() (works, error) {
	names, lock, err := bundledPackages(r.source)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(r.source, filepath.FromSlash(bundleLicences)))
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for part := range strings.SplitSeq("\n"+string(data), bundleParting) {
		name, body, _ := strings.Cut(part, "\n")
		texts[name] = body
	}
	var all works
	var errs []error
	for _, name := range names {
		locked := lock.Packages["node_modules/"+name]
		body := []byte(texts[name])
		if len(identify(body)) == 0 {
			errs = append(errs, fmt.Errorf("the studio's page is made of %s, whose licence is not in %s", name, bundleLicences))
		}
		all = append(all, work{name: name, version: locked.Version, kind: "module", spdx: locked.License,
			purl: "pkg:npm/" + strings.Replace(name, "@", "%40", 1) + "@" + locked.Version, texts: []text{{"LICENSE", body}}})
	}
	return all, errors.Join(errs...)
}
