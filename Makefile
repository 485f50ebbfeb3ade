# make book (or just make) builds the command and makes the book; what comes out is in build/.

GO ?= go
FUZZTIME ?= 10s
OCTAVO = build/octavo

# Record the commit in the command where git can be asked; a clone that git distrusts must build all the same.
VCS := $(shell git status --porcelain >/dev/null 2>&1 && echo auto || echo false)

# A program that is linked statically starts sooner, and needs no C compiler; releases are linked so, too.
export CGO_ENABLED ?= 0

.PHONY: book pdf epub cards cover review sheet check serve pictures quick test bench fuzz lint vulnerabilities race release release-test clean $(OCTAVO)

book: $(OCTAVO)
	$(OCTAVO) build

pdf epub cards: $(OCTAVO)
	$(OCTAVO) build --only $@

# The cover, with flat pictures of it.
cover: $(OCTAVO)
	$(OCTAVO) cover

review: $(OCTAVO)
	$(OCTAVO) review

# One page for booksellers and reviewers.
sheet: $(OCTAVO)
	$(OCTAVO) sheet

check: $(OCTAVO)
	$(OCTAVO) check

# The book in a browser while it is being written.
serve: $(OCTAVO)
	$(OCTAVO) serve --open

# The pictures of README.md.
PICTURES = cmd/octavo/pictures
pictures: $(OCTAVO)
	$(OCTAVO) show --what cover --dpi 66 -o $(PICTURES)
	$(OCTAVO) show --what wrap --dpi 66 -o $(PICTURES)
	$(OCTAVO) show --pages 3,4,50 --dpi 90 -o $(PICTURES)
	$(OCTAVO) show --what cards --pages '#1,#2' --dpi 66 -o $(PICTURES)
	$(OCTAVO) share --id itemized-praise,by-the-window --size 495x495
	cp build/write-this-down-share/*.png $(PICTURES)
	cmd/octavo/presspictures.sh $(OCTAVO) $(PICTURES)
	$(OCTAVO) build --quiet --only epub
	cmd/octavo/screenshots.sh build/write-this-down.epub $(PICTURES)
	$(GO) test $(LEAN) ./cmd/octavo/internal/studio -run '^TestPictures$$' -pictures '$(CURDIR)/$(PICTURES)'

$(OCTAVO):
	$(GO) build -trimpath -buildvcs=$(VCS) -o $@ ./cmd/octavo

# Tests without what nobody asks for: go vet has gone before, and no debugger reads these binaries. Packages are compiled as they are for a
# release, which a test makes.
LEAN = -trimpath -vet=off -ldflags='-s -w'

# For the edit loop: no validators, no go vet, and no test that takes most of a second. Without DWARF the tests of what has changed
# are built sooner.
quick:
	@unformatted=$$(gofmt -l cmd styles); test -z "$$unformatted" || { echo "run gofmt -w on: $$unformatted"; exit 1; }
	$(GO) test -short $(LEAN) -gcflags=all=-dwarf=false ./...

# Everything that holds octavo and the book together. On Debian it installs the validators it may install; it names the
# ones that are missing, and under CI=true a missing one is a failure.
test:
	cmd/octavo/validators.sh
	$(GO) vet -trimpath ./...
	$(GO) test -timeout 15m $(LEAN) ./...

bench:
	cmd/octavo/bench.sh

# The packages that lack a fuzz target, and then each target for FUZZTIME; TARGETS is a regular expression for some of them only.
fuzz:
	FUZZTIME=$(FUZZTIME) TARGETS='$(TARGETS)' cmd/octavo/fuzz.sh

# The linters have a module file of their own, so that building the command does not download them.
# The modules are held against go.sum: what lies in the module cache is what was asked for.
lint:
	@unformatted=$$(gofmt -l cmd styles); test -z "$$unformatted" || { echo "run gofmt -w on: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) tool -modfile=cmd/octavo/lint.mod staticcheck ./...
	$(GO) tool -modfile=cmd/octavo/lint.mod actionlint
	$(GO) mod verify

# Known vulnerabilities of what the command is made of. The database, https://vuln.go.dev, is asked over the network, which nothing else
# here needs: that is why this is no part of lint.
GOVULNCHECK ?= golang.org/x/vuln/cmd/govulncheck@v1.1.4
vulnerabilities:
	$(GO) run $(GOVULNCHECK) ./...

# Data races, in packages whose work is shared between goroutines or that are quick to test, but not by what measures time: the
# detector makes all ten times slower. It needs a C compiler.
RACE = parallel recent readfile outdir watch picture typeset diag hyphen ledger revise
race:
	CGO_ENABLED=1 $(GO) test -race -short -vet=off -skip 'Long|Pathological|Linear|Large' $(RACE:%=./cmd/octavo/internal/%)

# What is handed out of a version, in build/release: of the tag of this commit, or of VERSION. URL is the project's address, if it is not
# that of the remote called origin.
release:
	$(GO) run ./cmd/octavo/release $(if $(VERSION),-version $(VERSION)) $(if $(URL),-url $(URL))

# What is worth minutes before a release only.
release-test:
	cmd/octavo/release/test.sh

# The review copies stay, and the ledger that knows whose they are; so do the words of past days.
clean:
	find build -mindepth 1 ! -name .gitignore ! -name studio.json ! -path 'build/review*' -delete
