package io.clearmltenants.docker;

import com.github.dockerjava.api.command.ConnectToNetworkCmd;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.CreateContainerResponse;
import com.github.dockerjava.api.command.GraphData;
import com.github.dockerjava.api.command.GraphDriver;
import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.HealthStateLog;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.BindOptions;
import com.github.dockerjava.api.model.BindPropagation;
import com.github.dockerjava.api.model.Binds;
import com.github.dockerjava.api.model.BlkioRateDevice;
import com.github.dockerjava.api.model.BlkioWeightDevice;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.ContainerHostConfig;
import com.github.dockerjava.api.model.ContainerMount;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.ContainerNetworkSettings;
import com.github.dockerjava.api.model.ContainerPort;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.DeviceRequest;
import com.github.dockerjava.api.model.DockerObject;
import com.github.dockerjava.api.model.Driver;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.ExposedPorts;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.ImageOptions;
import com.github.dockerjava.api.model.InternetProtocol;
import com.github.dockerjava.api.model.Isolation;
import com.github.dockerjava.api.model.Link;
import com.github.dockerjava.api.model.Links;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LxcConf;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.NetworkSettings;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.PropagationMode;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.TmpfsOptions;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import com.github.dockerjava.api.model.VersionPlatform;
import com.github.dockerjava.api.model.Volume;
import com.github.dockerjava.api.model.VolumeBind;
import com.github.dockerjava.api.model.VolumeBinds;
import com.github.dockerjava.api.model.VolumeOptions;
import com.github.dockerjava.api.model.VolumeRW;
import com.github.dockerjava.api.model.Volumes;
import com.github.dockerjava.api.model.VolumesFrom;
import com.github.dockerjava.api.model.VolumesRW;
import com.github.dockerjava.api.model.WaitResponse;
import com.github.dockerjava.core.command.AbstrDockerCmd;
import com.github.dockerjava.core.command.ConnectToNetworkCmdImpl;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What docker-java reads and writes as JSON for the questions that {@link Engine} and {@link
 * OwnContainer} ask: all that the executable has to know by name.
 */
@RegisterForReflection(
        targets = {
            ConnectToNetworkCmd.class,
            CreateContainerCmd.class,
            CreateContainerResponse.class,
            GraphData.class,
            GraphDriver.class,
            HealthState.class,
            HealthStateLog.class,
            InspectContainerResponse.class,
            InspectContainerResponse.ContainerState.class,
            InspectContainerResponse.Mount.class,
            InspectContainerResponse.Node.class,
            AccessMode.class,
            AuthConfig.class,
            Bind.class,
            BindOptions.class,
            BindPropagation.class,
            Binds.class,
            BlkioRateDevice.class,
            BlkioWeightDevice.class,
            Capability.class,
            com.github.dockerjava.api.model.Container.class,
            ContainerConfig.class,
            ContainerHostConfig.class,
            ContainerMount.class,
            ContainerNetwork.class,
            ContainerNetwork.Ipam.class,
            ContainerNetworkSettings.class,
            ContainerPort.class,
            Device.class,
            DeviceRequest.class,
            DockerObject.class,
            Driver.class,
            ExposedPort.class,
            ExposedPorts.class,
            HealthCheck.class,
            HostConfig.class,
            ImageOptions.class,
            InternetProtocol.class,
            Isolation.class,
            Link.class,
            Links.class,
            LogConfig.class,
            LogConfig.LoggingType.class,
            LxcConf.class,
            Mount.class,
            MountType.class,
            NetworkSettings.class,
            Ports.class,
            Ports.Binding.class,
            PropagationMode.class,
            RestartPolicy.class,
            SELContext.class,
            TmpfsOptions.class,
            Ulimit.class,
            Version.class,
            VersionComponent.class,
            VersionPlatform.class,
            Volume.class,
            VolumeBind.class,
            VolumeBinds.class,
            VolumeOptions.class,
            VolumeRW.class,
            Volumes.class,
            VolumesFrom.class,
            VolumesRW.class,
            WaitResponse.class,
            AbstrDockerCmd.class,
            ConnectToNetworkCmdImpl.class,
            CreateContainerCmdImpl.class,
            CreateContainerCmdImpl.NetworkingConfig.class
        })
final class DockerModels {
    private DockerModels() {}
}
