"""Two tracks of migrations for one application: what one of them brings and the other lacks."""
