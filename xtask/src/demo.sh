# Runs the desk until it ends or is interrupted, then removes its folder.
# Called with the folder and the desk's command line.
folder=$1
shift

# In the background, because a shell that waits for a command in the foreground hears no signal until it ends.
"$@" &
desk=$!
trap 'kill -TERM "$desk" 2>/dev/null' INT TERM HUP

# `wait` returns early when a signal arrives; the desk may still be draining then.
wait "$desk"
status=$?
while kill -0 "$desk" 2>/dev/null; do
    wait "$desk"
    status=$?
done

rm -rf "$folder"
exit "$status"
