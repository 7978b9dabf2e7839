"""Pages by their address, in order of dependence.

`addresses`   what may be asked: URLs, and the network addresses their names stand for
`timed`       a limit of time for what cannot be interrupted
`wire`        one request and its answer; the only module that knows the HTTP library
`robots`      what a site asks programs to leave alone
`fetcher`     a page by its URL: redirects, limits, a pause for each host
`refreshing`  what a record fetched before, asked for again
"""
