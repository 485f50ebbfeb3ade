package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// origin says what a release is made of.
type origin struct {
	version string // as tags have it: v1.2.0
	commit  string // "" where there is no git
	time    time.Time
}

// number is the version without its v, as it stands in the names of files.
func (o origin) number() string { return strings.TrimPrefix(o.version, "v") }

// versions are those of semver.org, with build metadata as the go command has it for changed sources.
var versions = regexp.MustCompile(`^v?(\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+dirty)?)$`)

// findOrigin returns what a folder holds: the commit by git, the version that is given or that a tag of the commit gives. A commit
// without a tag has the version that the go command would give it. SOURCE_DATE_EPOCH wins over the time of the commit; where there is
// no git, it must be set.
func findOrigin(ctx context.Context, folder, version string) (origin, error) {
	o := origin{version: version}
	commit, err := git(ctx, folder, "log", "-1", "--format=%H %ct")
	if err == nil {
		hash, seconds, _ := strings.Cut(commit, " ")
		n, err := strconv.ParseInt(seconds, 10, 64)
		if err != nil {
			return o, fmt.Errorf("git says %q of the last commit", commit)
		}
		o.commit, o.time = hash, time.Unix(n, 0).UTC()
	}
	if epoch := os.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		n, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return o, fmt.Errorf("SOURCE_DATE_EPOCH is %q, which is not a number of seconds", epoch)
		}
		o.time = time.Unix(n, 0).UTC()
	}
	if o.time.IsZero() {
		return o, fmt.Errorf("git cannot say what commit this is (%v); set SOURCE_DATE_EPOCH to the time of the source, and give -version", err)
	}
	if o.version == "" {
		if o.version, err = taggedVersion(ctx, folder, o); err != nil {
			return o, err
		}
	}
	number := versions.FindStringSubmatch(o.version)
	if number == nil {
		return o, fmt.Errorf("%q is no version; versions are like 1.2.0 or 1.2.0-rc.1", o.version)
	}
	o.version = "v" + number[1]
	return o, nil
}

// taggedVersion returns the version that git knows.
func taggedVersion(ctx context.Context, folder string, o origin) (string, error) {
	if o.commit == "" {
		return "", fmt.Errorf("there is no git to ask for the version; give -version")
	}
	version, err := git(ctx, folder, "describe", "--tags", "--exact-match", "--match=v[0-9]*")
	if err != nil {
		version = fmt.Sprintf("v0.0.0-%s-%s", o.time.Format("20060102150405"), o.commit[:12])
	}
	changed, err := git(ctx, folder, "status", "--porcelain")
	if err != nil {
		return "", err
	}
	if changed != "" {
		version += "+dirty"
	}
	return version, nil
}

// findURL returns the address of the project: on GitHub's own machines, as they say it, else of the remote called origin.
func findURL(ctx context.Context, folder string) string {
	if server, name := os.Getenv("GITHUB_SERVER_URL"), os.Getenv("GITHUB_REPOSITORY"); server != "" && name != "" {
		return server + "/" + name
	}
	remote, err := git(ctx, folder, "remote", "get-url", "origin")
	if err != nil {
		return unknownURL
	}
	remote = strings.TrimSuffix(remote, ".git")
	if host, name, ok := strings.Cut(strings.TrimPrefix(remote, "git@"), ":"); ok && strings.HasPrefix(remote, "git@") {
		return "https://" + host + "/" + name
	}
	if !strings.HasPrefix(remote, "https://") {
		return unknownURL
	}
	return remote
}

// unknownURL stands for the address of a project that is nowhere yet. The domain is one that nobody can have (RFC 2606).
const unknownURL = "https://git.example/octavo/octavo"

func git(ctx context.Context, folder string, args ...string) (string, error) {
	out, err := exec.CommandContext(ctx, "git", append([]string{"-C", folder}, args...)...).Output()
	return strings.TrimSpace(string(out)), err
}
