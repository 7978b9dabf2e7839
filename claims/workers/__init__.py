"""Processes that work on hostile bytes, so that one which hangs, swells or crashes costs one input.

    limits     what one input may cost
    stage      inside a worker: says when reading begins and ends
    worker     inside a worker: takes items, gives results
    nursery    the process from which workers are forked, with the slow imports done
    forking    this process's line to its nursery
    crew       this process's side of the workers of one run

The standard library's forkserver was tried and left: it runs the user's script again in every
worker, its preloading is one list for the whole program (a host's own use of it would change
ours), and it tells nobody how a worker died.
"""
