# Nothing of its own: what Varnish does with every route.
