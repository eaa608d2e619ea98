console.log("on");
