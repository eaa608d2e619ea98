FROM example.com/own/base:1
CMD ["/usr/sbin/nginx", "-g", "daemon off;"]
