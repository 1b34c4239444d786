"""Our processes as production runs them, one a service or worker and as many replicas as wanted, over real servers on this machine."""
